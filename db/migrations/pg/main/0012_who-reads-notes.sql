ALTER TABLE "assembly" ADD COLUMN "notes_readers" text DEFAULT 'table' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "notes_readers" text;