CREATE INDEX `device_expiry` ON `device` (`ended_at`,`expires_at`);--> statement-breakpoint
CREATE INDEX `sign_in_card_seat` ON `sign_in_card` (`participation_id`);--> statement-breakpoint
CREATE INDEX `mail_about` ON `mail` (`about_id`,`created_at`);