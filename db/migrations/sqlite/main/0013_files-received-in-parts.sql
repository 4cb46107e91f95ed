CREATE TABLE `pool_file_check` (
	`file_id` text PRIMARY KEY NOT NULL,
	`basis` text NOT NULL,
	`people` integer NOT NULL,
	`problem_count` integer NOT NULL,
	`problems` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `pool_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `pool_file_assembly`;--> statement-breakpoint
ALTER TABLE `pool_file` ADD `state` text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE `pool_file` ADD `leased_until` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `pool_file_waiting` ON `pool_file` (`assembly_id`) WHERE "pool_file"."state" = 'waiting';