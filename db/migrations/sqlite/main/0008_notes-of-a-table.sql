DROP INDEX `round_group_document`;--> statement-breakpoint
CREATE INDEX `round_group_document` ON `round_group` (`document_id`);