ALTER TABLE `sign_in_challenge` ADD `source_hash` text;--> statement-breakpoint
CREATE INDEX `sign_in_challenge_email` ON `sign_in_challenge` (`email`,`created_at`);--> statement-breakpoint
ALTER TABLE `mail` ADD `about_id` text;--> statement-breakpoint
CREATE INDEX `mail_assembly` ON `mail` (`assembly_id`,`created_at`);