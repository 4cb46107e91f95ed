CREATE TABLE "documents"."document" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"assembly_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"locked_at_sequence" integer
);
--> statement-breakpoint
CREATE TABLE "documents"."document_update" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"update_bytes" "bytea" NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents"."installation" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "documents"."document_update" ADD CONSTRAINT "document_update_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "documents"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_update_document" ON "documents"."document_update" USING btree ("document_id","sequence");