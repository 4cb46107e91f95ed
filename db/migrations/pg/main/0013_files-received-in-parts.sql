CREATE TABLE "pool_file_check" (
	"file_id" text PRIMARY KEY NOT NULL,
	"basis" text NOT NULL,
	"people" integer NOT NULL,
	"problem_count" integer NOT NULL,
	"problems" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "pool_file_assembly";--> statement-breakpoint
ALTER TABLE "pool_file" ADD COLUMN "state" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "pool_file" ADD COLUMN "leased_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "pool_file_check" ADD CONSTRAINT "pool_file_check_file_id_pool_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."pool_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pool_file_waiting" ON "pool_file" USING btree ("assembly_id") WHERE "pool_file"."state" = 'waiting';