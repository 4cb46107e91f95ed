ALTER TABLE `round_group` ADD `more_ms` integer;--> statement-breakpoint
ALTER TABLE `round_group` ADD `more_since` integer;--> statement-breakpoint
UPDATE `round_group` SET `more_ms` = (SELECT `round_group`.`item_ends_at` - `session`.`item_ends_at` FROM `session` WHERE `session`.`round_id` = `round_group`.`round_id`)
WHERE EXISTS (SELECT 1 FROM `session` WHERE `session`.`round_id` = `round_group`.`round_id` AND `round_group`.`item_ends_at` > `session`.`item_ends_at`);
