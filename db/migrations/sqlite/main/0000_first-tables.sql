CREATE TABLE `assembly` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`slug` text NOT NULL,
	`template` text NOT NULL,
	`title` text NOT NULL,
	`question` text NOT NULL,
	`languages` text NOT NULL,
	`time_zone` text NOT NULL,
	`seats` integer NOT NULL,
	`group_size` integer NOT NULL,
	`authority_name` text NOT NULL,
	`commitment` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`contact_email` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assembly_slug` ON `assembly` (`slug`);--> statement-breakpoint
CREATE INDEX `assembly_organisation` ON `assembly` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `participation` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`seat` integer,
	`state` text NOT NULL,
	`name_public` integer NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participation_role` ON `participation` (`assembly_id`,`person_id`,`role`);--> statement-breakpoint
CREATE UNIQUE INDEX `participation_seat` ON `participation` (`assembly_id`,`seat`);--> statement-breakpoint
CREATE INDEX `participation_person` ON `participation` (`person_id`);--> statement-breakpoint
CREATE TABLE `phase` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `phase_assembly` ON `phase` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `phase_change` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`from_phases` text NOT NULL,
	`to_phases` text NOT NULL,
	`by_person` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text,
	`undoes` text,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phase_change_ordinal` ON `phase_change` (`assembly_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `team_link` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`role` text NOT NULL,
	`for_name` text NOT NULL,
	`for_email` text,
	`token_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_link_token` ON `team_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `team_link_assembly` ON `team_link` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `authority_response` (
	`id` text PRIMARY KEY NOT NULL,
	`recommendation_id` text NOT NULL,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`answered_on` integer NOT NULL,
	`by_person` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `authority_response_recommendation` ON `authority_response` (`recommendation_id`,`at`);--> statement-breakpoint
CREATE TABLE `recommendation` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`number` integer NOT NULL,
	`group_id` text,
	`document_id` text NOT NULL,
	`title` text NOT NULL,
	`addressee` text NOT NULL,
	`cost` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`revision_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `round_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recommendation_number` ON `recommendation` (`assembly_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `recommendation_document` ON `recommendation` (`document_id`);--> statement-breakpoint
CREATE TABLE `recommendation_author` (
	`recommendation_id` text NOT NULL,
	`participation_id` text NOT NULL,
	PRIMARY KEY(`recommendation_id`, `participation_id`),
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recommendation_idea` (
	`recommendation_id` text NOT NULL,
	`idea_id` text NOT NULL,
	PRIMARY KEY(`recommendation_id`, `idea_id`),
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `idea`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `revision` (
	`id` text PRIMARY KEY NOT NULL,
	`recommendation_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`by_person` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revision_recommendation` ON `revision` (`recommendation_id`);--> statement-breakpoint
CREATE TABLE `learning_task` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`phase_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`prompt` text NOT NULL,
	`sharing` text NOT NULL,
	`minutes` integer NOT NULL,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`phase_id`) REFERENCES `phase`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `learning_task_phase` ON `learning_task` (`phase_id`);--> statement-breakpoint
CREATE INDEX `learning_task_assembly` ON `learning_task` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `material` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`phase_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`url` text,
	`minutes` integer NOT NULL,
	`public` integer NOT NULL,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`phase_id`) REFERENCES `phase`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `material_phase` ON `material` (`phase_id`);--> statement-breakpoint
CREATE INDEX `material_assembly` ON `material` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `material_done` (
	`material_id` text NOT NULL,
	`participation_id` text NOT NULL,
	`done_at` integer NOT NULL,
	PRIMARY KEY(`material_id`, `participation_id`),
	FOREIGN KEY (`material_id`) REFERENCES `material`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_assembly` ON `question` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `question_support` (
	`question_id` text NOT NULL,
	`participation_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `participation_id`),
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `task_answer` (
	`task_id` text NOT NULL,
	`participation_id` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`task_id`, `participation_id`),
	FOREIGN KEY (`task_id`) REFERENCES `learning_task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`label` text NOT NULL,
	`means` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_token` ON `device` (`token_hash`);--> statement-breakpoint
CREATE INDEX `device_person` ON `device` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`legal_notice` text NOT NULL,
	`privacy` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisation_organiser` (
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `person_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`phone` text,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_email` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `setup_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `sign_in_card` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`link_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_card_code` ON `sign_in_card` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_card_link` ON `sign_in_card` (`link_hash`);--> statement-breakpoint
CREATE TABLE `sign_in_challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`code_hash` text NOT NULL,
	`link_hash` text NOT NULL,
	`tries` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_challenge_link` ON `sign_in_challenge` (`link_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_challenge_expiry` ON `sign_in_challenge` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_limit` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`used` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `command_receipt` (
	`id` text NOT NULL,
	`sender` text NOT NULL,
	`action` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`sender`, `action`, `id`)
);
--> statement-breakpoint
CREATE INDEX `command_receipt_at` ON `command_receipt` (`at`);--> statement-breakpoint
CREATE TABLE `fact` (
	`stream` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	PRIMARY KEY(`stream`, `version`)
);
--> statement-breakpoint
CREATE TABLE `installation` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`assembly_id` text,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `journal_assembly` ON `journal` (`assembly_id`,`at`);--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text,
	`purpose` text NOT NULL,
	`to_address` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `mail_due` ON `mail` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `mail_created` ON `mail` (`created_at`);--> statement-breakpoint
CREATE TABLE `stream` (
	`key` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `candidate` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`import_batch` text NOT NULL,
	`import_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`phone` text,
	`household` text NOT NULL,
	`features` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidate_import` ON `candidate` (`assembly_id`,`import_batch`,`import_id`);--> statement-breakpoint
CREATE INDEX `candidate_assembly` ON `candidate` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `draw` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`algorithm` text NOT NULL,
	`seed` text NOT NULL,
	`seats` integer NOT NULL,
	`inputs` text NOT NULL,
	`inputs_hash` text NOT NULL,
	`report` text NOT NULL,
	`reason` text,
	`by_person` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draw_ordinal` ON `draw` (`assembly_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `draw_run` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`under_way_in` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`algorithm` text NOT NULL,
	`seed` text NOT NULL,
	`seats` integer NOT NULL,
	`inputs` text NOT NULL,
	`inputs_hash` text NOT NULL,
	`reason` text,
	`progress` text,
	`outcome` text,
	`draw_id` text,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`leased_until` integer,
	`stop_asked_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draw_run_under_way` ON `draw_run` (`under_way_in`);--> statement-breakpoint
CREATE INDEX `draw_run_assembly` ON `draw_run` (`assembly_id`,`requested_at`);--> statement-breakpoint
CREATE TABLE `draw_seat` (
	`draw_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`draw_id`, `candidate_id`),
	FOREIGN KEY (`draw_id`) REFERENCES `draw`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`state` text NOT NULL,
	`rows` integer NOT NULL,
	`written` integer NOT NULL,
	`file_id` text NOT NULL,
	`columns` text NOT NULL,
	`leased_until` integer,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`draw_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`link_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`state` text NOT NULL,
	`sent_at` integer,
	`sent_by_means` text,
	`deadline` integer,
	`answered_at` integer,
	`answered_by_means` text,
	`recorded_by` text,
	`reason` text,
	`replaced_by` text,
	`participation_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draw_id`) REFERENCES `draw`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_candidate` ON `invitation` (`draw_id`,`candidate_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_link` ON `invitation` (`link_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_code` ON `invitation` (`code_hash`);--> statement-breakpoint
CREATE INDEX `invitation_assembly` ON `invitation` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `pool` (
	`assembly_id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`columns` text NOT NULL,
	`import_batch` text NOT NULL,
	`people` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	`delete_undrawn_at` integer,
	`undrawn_deleted_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pool_file` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`file_name` text NOT NULL,
	`header` text NOT NULL,
	`rows` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pool_file_assembly` ON `pool_file` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `pool_file_part` (
	`file_id` text NOT NULL,
	`part` integer NOT NULL,
	`first_row` integer NOT NULL,
	`rows` text NOT NULL,
	PRIMARY KEY(`file_id`, `part`),
	FOREIGN KEY (`file_id`) REFERENCES `pool_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `quota` (
	`assembly_id` text NOT NULL,
	`feature` text NOT NULL,
	`value` text NOT NULL,
	`position` integer NOT NULL,
	`min` integer NOT NULL,
	`max` integer NOT NULL,
	`min_flex` integer,
	`max_flex` integer,
	PRIMARY KEY(`assembly_id`, `feature`, `value`),
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`position` integer NOT NULL,
	`mode` text NOT NULL,
	`minutes` integer NOT NULL,
	`title` text NOT NULL,
	`prompt` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_item_session` ON `agenda_item` (`session_id`);--> statement-breakpoint
CREATE TABLE `breakout_round` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`agenda_item_id` text,
	`ordinal` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `breakout_round_ordinal` ON `breakout_round` (`session_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `device_check` (
	`participation_id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`at` integer NOT NULL,
	`microphone_level` real,
	`camera` integer NOT NULL,
	`speaker` integer NOT NULL,
	`round_trip_ms` integer,
	`trouble` text,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `group_seat` (
	`round_id` text NOT NULL,
	`participation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`placed_at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `participation_id`),
	FOREIGN KEY (`round_id`) REFERENCES `breakout_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `round_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_seat_group` ON `group_seat` (`group_id`);--> statement-breakpoint
CREATE TABLE `help_call` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`group_id` text,
	`participation_id` text NOT NULL,
	`called_at` integer NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `help_call_session` ON `help_call` (`session_id`);--> statement-breakpoint
CREATE TABLE `idea` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`session_id` text NOT NULL,
	`group_id` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`kept_by` text NOT NULL,
	`kept_at` integer NOT NULL,
	`dropped_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `round_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_assembly` ON `idea` (`assembly_id`);--> statement-breakpoint
CREATE INDEX `idea_group` ON `idea` (`group_id`);--> statement-breakpoint
CREATE TABLE `idea_author` (
	`idea_id` text NOT NULL,
	`participation_id` text NOT NULL,
	PRIMARY KEY(`idea_id`, `participation_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `idea`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `queue_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`group_id` text,
	`participation_id` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `round_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `queue_entry_session` ON `queue_entry` (`session_id`,`group_id`,`state`);--> statement-breakpoint
CREATE TABLE `round_group` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`number` integer NOT NULL,
	`facilitator_id` text,
	`document_id` text NOT NULL,
	`item_ends_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `breakout_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`facilitator_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_group_number` ON `round_group` (`round_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `round_group_document` ON `round_group` (`document_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`phase_id` text,
	`title` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`place` text NOT NULL,
	`address` text NOT NULL,
	`state` text NOT NULL,
	`current_item_id` text,
	`item_ends_at` integer,
	`round_id` text,
	`started_at` integer,
	`closed_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`phase_id`) REFERENCES `phase`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_assembly` ON `session` (`assembly_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `turn` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`group_id` text,
	`participation_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `round_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `turn_session` ON `turn` (`session_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `site` (
	`assembly_id` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hand_raised` (
	`vote_id` text NOT NULL,
	`question_id` text NOT NULL,
	`participation_id` text NOT NULL,
	`choice` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `participation_id`),
	FOREIGN KEY (`vote_id`) REFERENCES `vote`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `vote_question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hand_raised_vote` ON `hand_raised` (`vote_id`);--> statement-breakpoint
CREATE TABLE `roll_entry` (
	`vote_id` text NOT NULL,
	`participation_id` text NOT NULL,
	`college` text NOT NULL,
	PRIMARY KEY(`vote_id`, `participation_id`),
	FOREIGN KEY (`vote_id`) REFERENCES `vote`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tally` (
	`question_id` text PRIMARY KEY NOT NULL,
	`for_count` integer NOT NULL,
	`against_count` integer NOT NULL,
	`blank_count` integer NOT NULL,
	`roll_count` integer NOT NULL,
	`outcome` text NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `vote_question`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vote` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`title` text NOT NULL,
	`method` text NOT NULL,
	`state` text NOT NULL,
	`threshold_rule` text NOT NULL,
	`threshold_numerator` integer NOT NULL,
	`threshold_denominator` integer NOT NULL,
	`quorum_percent` integer NOT NULL,
	`sheet` text,
	`sheet_hash` text,
	`closes_at` integer,
	`opened_at` integer,
	`opened_by` text,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assembly`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vote_assembly` ON `vote` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `vote_question` (
	`id` text PRIMARY KEY NOT NULL,
	`vote_id` text NOT NULL,
	`recommendation_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`vote_id`) REFERENCES `vote`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vote_question_recommendation` ON `vote_question` (`vote_id`,`recommendation_id`);