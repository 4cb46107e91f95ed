CREATE TABLE "draw_detail" (
	"draw_id" text PRIMARY KEY NOT NULL,
	"counts" text NOT NULL,
	"people" text NOT NULL,
	"panels" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draw_forecast" (
	"assembly_id" text PRIMARY KEY NOT NULL,
	"basis" text NOT NULL,
	"state" text NOT NULL,
	"progress" jsonb,
	"outcome" text,
	"leased_until" timestamp (3) with time zone,
	"requested_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quota_relaxation" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"run_id" text,
	"proposal" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"by_person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draw_run" ADD COLUMN "basis" text;--> statement-breakpoint
ALTER TABLE "draw_detail" ADD CONSTRAINT "draw_detail_draw_id_draw_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draw"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_forecast" ADD CONSTRAINT "draw_forecast_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quota_relaxation" ADD CONSTRAINT "quota_relaxation_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quota_relaxation_assembly" ON "quota_relaxation" USING btree ("assembly_id","at");