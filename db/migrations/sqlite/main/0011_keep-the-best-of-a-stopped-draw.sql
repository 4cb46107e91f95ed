CREATE TABLE `kept_draw` (
	`run_id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`is_whole` integer NOT NULL,
	`inputs` text NOT NULL,
	`report` text NOT NULL,
	`drawn` text NOT NULL,
	`counts` text NOT NULL,
	`people` text NOT NULL,
	`panels` text NOT NULL,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `draw_run`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_draw_assembly` ON `kept_draw` (`assembly_id`);--> statement-breakpoint
ALTER TABLE `draw` ADD `stopped_by` text;--> statement-breakpoint
ALTER TABLE `draw` ADD `stopped_at` integer;--> statement-breakpoint
ALTER TABLE `draw_run` ADD `stop_asked_by` text;