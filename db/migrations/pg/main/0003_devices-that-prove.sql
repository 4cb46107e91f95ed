ALTER TABLE "device" ADD COLUMN "proven_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "network" text;--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "host_cookie_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE device SET proven_at = created_at WHERE participation_id IS NULL AND means IN ('code', 'link', 'setup', 'team', 'invitation', 'demonstration');
