CREATE TABLE "kept_draw" (
	"run_id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"is_whole" boolean NOT NULL,
	"inputs" text NOT NULL,
	"report" text NOT NULL,
	"drawn" text NOT NULL,
	"counts" text NOT NULL,
	"people" text NOT NULL,
	"panels" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draw" ADD COLUMN "stopped_by" text;--> statement-breakpoint
ALTER TABLE "draw" ADD COLUMN "stopped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "draw_run" ADD COLUMN "stop_asked_by" text;--> statement-breakpoint
ALTER TABLE "kept_draw" ADD CONSTRAINT "kept_draw_run_id_draw_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."draw_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_draw" ADD CONSTRAINT "kept_draw_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "kept_draw_assembly" ON "kept_draw" USING btree ("assembly_id");