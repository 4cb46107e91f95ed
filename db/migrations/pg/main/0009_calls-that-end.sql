ALTER TABLE "help_call" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "help_call" ADD COLUMN "closed_by" text;--> statement-breakpoint
ALTER TABLE "help_call" ADD COLUMN "closed_how" text;--> statement-breakpoint
UPDATE "help_call" SET "closed_at" = "answered_at", "closed_by" = "answered_by", "closed_how" = 'helped' WHERE "answered_at" IS NOT NULL;
