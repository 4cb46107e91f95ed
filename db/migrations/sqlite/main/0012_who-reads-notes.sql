ALTER TABLE `assembly` ADD `notes_readers` text DEFAULT 'table' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `notes_readers` text;