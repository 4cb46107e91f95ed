CREATE TABLE `draw_detail` (
	`draw_id` text PRIMARY KEY NOT NULL,
	`counts` text NOT NULL,
	`people` text NOT NULL,
	`panels` text NOT NULL,
	FOREIGN KEY (`draw_id`) REFERENCES `draw`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `draw_forecast` (
	`assembly_id` text PRIMARY KEY NOT NULL,
	`basis` text NOT NULL,
	`state` text NOT NULL,
	`progress` text,
	`outcome` text,
	`leased_until` integer,
	`requested_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `quota_relaxation` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`run_id` text,
	`proposal` integer NOT NULL,
	`changes` text NOT NULL,
	`by_person` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quota_relaxation_assembly` ON `quota_relaxation` (`assembly_id`,`at`);--> statement-breakpoint
ALTER TABLE `draw_run` ADD `basis` text;