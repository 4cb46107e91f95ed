ALTER TABLE `device` ADD `proven_at` integer;--> statement-breakpoint
ALTER TABLE `device` ADD `network` text;--> statement-breakpoint
ALTER TABLE `device` ADD `host_cookie_at` integer;--> statement-breakpoint
UPDATE device SET proven_at = created_at WHERE participation_id IS NULL AND means IN ('code', 'link', 'setup', 'team', 'invitation', 'demonstration');
