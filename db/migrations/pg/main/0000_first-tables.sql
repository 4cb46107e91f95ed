CREATE TABLE "assembly" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"slug" text NOT NULL,
	"template" text NOT NULL,
	"title" jsonb NOT NULL,
	"question" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"seats" integer NOT NULL,
	"group_size" integer NOT NULL,
	"authority_name" jsonb NOT NULL,
	"commitment" jsonb NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"contact_email" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"seat" integer,
	"state" text NOT NULL,
	"name_public" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "phase" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phase_change" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"from_phases" jsonb NOT NULL,
	"to_phases" jsonb NOT NULL,
	"by_person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"undoes" text
);
--> statement-breakpoint
CREATE TABLE "team_link" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"role" text NOT NULL,
	"for_name" text NOT NULL,
	"for_email" text,
	"token_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" text,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "authority_response" (
	"id" text PRIMARY KEY NOT NULL,
	"recommendation_id" text NOT NULL,
	"state" text NOT NULL,
	"text" jsonb NOT NULL,
	"answered_on" timestamp (3) with time zone NOT NULL,
	"by_person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recommendation" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"number" integer NOT NULL,
	"group_id" text,
	"document_id" text NOT NULL,
	"title" text NOT NULL,
	"addressee" text NOT NULL,
	"cost" text NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"revision_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recommendation_author" (
	"recommendation_id" text NOT NULL,
	"participation_id" text NOT NULL,
	CONSTRAINT "recommendation_author_recommendation_id_participation_id_pk" PRIMARY KEY("recommendation_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "recommendation_idea" (
	"recommendation_id" text NOT NULL,
	"idea_id" text NOT NULL,
	CONSTRAINT "recommendation_idea_recommendation_id_idea_id_pk" PRIMARY KEY("recommendation_id","idea_id")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" text PRIMARY KEY NOT NULL,
	"recommendation_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"by_person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_task" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"phase_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"prompt" jsonb NOT NULL,
	"sharing" text NOT NULL,
	"minutes" integer NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "material" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"phase_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"url" text,
	"minutes" integer NOT NULL,
	"public" boolean NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "material_done" (
	"material_id" text NOT NULL,
	"participation_id" text NOT NULL,
	"done_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "material_done_material_id_participation_id_pk" PRIMARY KEY("material_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "question_support" (
	"question_id" text NOT NULL,
	"participation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_support_question_id_participation_id_pk" PRIMARY KEY("question_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "task_answer" (
	"task_id" text NOT NULL,
	"participation_id" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_answer_task_id_participation_id_pk" PRIMARY KEY("task_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"label" text NOT NULL,
	"means" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"legal_notice" jsonb NOT NULL,
	"privacy" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_organiser" (
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisation_organiser_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"locale" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_card" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_challenge" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"tries" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"used" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "command_receipt" (
	"id" text NOT NULL,
	"sender" text NOT NULL,
	"action" text NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "command_receipt_sender_action_id_pk" PRIMARY KEY("sender","action","id")
);
--> statement-breakpoint
CREATE TABLE "fact" (
	"stream" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"payload" text NOT NULL,
	CONSTRAINT "fact_stream_version_pk" PRIMARY KEY("stream","version")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"assembly_id" text,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"data" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text,
	"purpose" text NOT NULL,
	"to_address" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "stream" (
	"key" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"import_batch" text NOT NULL,
	"import_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"household" jsonb NOT NULL,
	"features" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draw" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"algorithm" text NOT NULL,
	"seed" text NOT NULL,
	"seats" integer NOT NULL,
	"inputs" text NOT NULL,
	"inputs_hash" text NOT NULL,
	"report" text NOT NULL,
	"reason" text,
	"by_person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draw_run" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"under_way_in" text,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"algorithm" text NOT NULL,
	"seed" text NOT NULL,
	"seats" integer NOT NULL,
	"inputs" text NOT NULL,
	"inputs_hash" text NOT NULL,
	"reason" text,
	"progress" jsonb,
	"outcome" text,
	"draw_id" text,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"stop_asked_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "draw_seat" (
	"draw_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "draw_seat_draw_id_candidate_id_pk" PRIMARY KEY("draw_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"state" text NOT NULL,
	"rows" integer NOT NULL,
	"written" integer NOT NULL,
	"file_id" text NOT NULL,
	"columns" jsonb NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"draw_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"link_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"state" text NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"sent_by_means" text,
	"deadline" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"answered_by_means" text,
	"recorded_by" text,
	"reason" text,
	"replaced_by" text,
	"participation_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pool" (
	"assembly_id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"columns" jsonb NOT NULL,
	"import_batch" text NOT NULL,
	"people" integer NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text NOT NULL,
	"delete_undrawn_at" timestamp (3) with time zone,
	"undrawn_deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "pool_file" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"file_name" text NOT NULL,
	"header" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pool_file_part" (
	"file_id" text NOT NULL,
	"part" integer NOT NULL,
	"first_row" integer NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "pool_file_part_file_id_part_pk" PRIMARY KEY("file_id","part")
);
--> statement-breakpoint
CREATE TABLE "quota" (
	"assembly_id" text NOT NULL,
	"feature" text NOT NULL,
	"value" text NOT NULL,
	"position" integer NOT NULL,
	"min" integer NOT NULL,
	"max" integer NOT NULL,
	"min_flex" integer,
	"max_flex" integer,
	CONSTRAINT "quota_assembly_id_feature_value_pk" PRIMARY KEY("assembly_id","feature","value")
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"position" integer NOT NULL,
	"mode" text NOT NULL,
	"minutes" integer NOT NULL,
	"title" jsonb NOT NULL,
	"prompt" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "breakout_round" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"agenda_item_id" text,
	"ordinal" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "device_check" (
	"participation_id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"microphone_level" double precision,
	"camera" boolean NOT NULL,
	"speaker" boolean NOT NULL,
	"round_trip_ms" integer,
	"trouble" text
);
--> statement-breakpoint
CREATE TABLE "group_seat" (
	"round_id" text NOT NULL,
	"participation_id" text NOT NULL,
	"group_id" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "group_seat_round_id_participation_id_pk" PRIMARY KEY("round_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "help_call" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"group_id" text,
	"participation_id" text NOT NULL,
	"called_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text
);
--> statement-breakpoint
CREATE TABLE "idea" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"session_id" text NOT NULL,
	"group_id" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"kept_by" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"dropped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "idea_author" (
	"idea_id" text NOT NULL,
	"participation_id" text NOT NULL,
	CONSTRAINT "idea_author_idea_id_participation_id_pk" PRIMARY KEY("idea_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "queue_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"group_id" text,
	"participation_id" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "round_group" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"number" integer NOT NULL,
	"facilitator_id" text,
	"document_id" text NOT NULL,
	"item_ends_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"phase_id" text,
	"title" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"place" text NOT NULL,
	"address" text NOT NULL,
	"state" text NOT NULL,
	"current_item_id" text,
	"item_ends_at" timestamp (3) with time zone,
	"round_id" text,
	"started_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turn" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"group_id" text,
	"participation_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "site" (
	"assembly_id" text PRIMARY KEY NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" text NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "hand_raised" (
	"vote_id" text NOT NULL,
	"question_id" text NOT NULL,
	"participation_id" text NOT NULL,
	"choice" text NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hand_raised_question_id_participation_id_pk" PRIMARY KEY("question_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "roll_entry" (
	"vote_id" text NOT NULL,
	"participation_id" text NOT NULL,
	"college" text NOT NULL,
	CONSTRAINT "roll_entry_vote_id_participation_id_pk" PRIMARY KEY("vote_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"question_id" text PRIMARY KEY NOT NULL,
	"for_count" integer NOT NULL,
	"against_count" integer NOT NULL,
	"blank_count" integer NOT NULL,
	"roll_count" integer NOT NULL,
	"outcome" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vote" (
	"id" text PRIMARY KEY NOT NULL,
	"assembly_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"method" text NOT NULL,
	"state" text NOT NULL,
	"threshold_rule" text NOT NULL,
	"threshold_numerator" integer NOT NULL,
	"threshold_denominator" integer NOT NULL,
	"quorum_percent" integer NOT NULL,
	"sheet" text,
	"sheet_hash" text,
	"closes_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"opened_by" text,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vote_question" (
	"id" text PRIMARY KEY NOT NULL,
	"vote_id" text NOT NULL,
	"recommendation_id" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase" ADD CONSTRAINT "phase_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_change" ADD CONSTRAINT "phase_change_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_link" ADD CONSTRAINT "team_link_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_response" ADD CONSTRAINT "authority_response_recommendation_id_recommendation_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_group_id_round_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."round_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_author" ADD CONSTRAINT "recommendation_author_recommendation_id_recommendation_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_idea" ADD CONSTRAINT "recommendation_idea_recommendation_id_recommendation_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_idea" ADD CONSTRAINT "recommendation_idea_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_recommendation_id_recommendation_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_task" ADD CONSTRAINT "learning_task_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_task" ADD CONSTRAINT "learning_task_phase_id_phase_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."phase"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material" ADD CONSTRAINT "material_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material" ADD CONSTRAINT "material_phase_id_phase_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."phase"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_done" ADD CONSTRAINT "material_done_material_id_material_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."material"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_done" ADD CONSTRAINT "material_done_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_asked_by_participation_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_support" ADD CONSTRAINT "question_support_question_id_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_support" ADD CONSTRAINT "question_support_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_answer" ADD CONSTRAINT "task_answer_task_id_learning_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."learning_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_answer" ADD CONSTRAINT "task_answer_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_organiser" ADD CONSTRAINT "organisation_organiser_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_organiser" ADD CONSTRAINT "organisation_organiser_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_card" ADD CONSTRAINT "sign_in_card_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw" ADD CONSTRAINT "draw_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_run" ADD CONSTRAINT "draw_run_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_seat" ADD CONSTRAINT "draw_seat_draw_id_draw_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draw"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_draw_id_draw_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draw"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_candidate_id_candidate_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool" ADD CONSTRAINT "pool_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_file" ADD CONSTRAINT "pool_file_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_file_part" ADD CONSTRAINT "pool_file_part_file_id_pool_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."pool_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quota" ADD CONSTRAINT "quota_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakout_round" ADD CONSTRAINT "breakout_round_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_check" ADD CONSTRAINT "device_check_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_seat" ADD CONSTRAINT "group_seat_round_id_breakout_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."breakout_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_seat" ADD CONSTRAINT "group_seat_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_seat" ADD CONSTRAINT "group_seat_group_id_round_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."round_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_call" ADD CONSTRAINT "help_call_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_group_id_round_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."round_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_author" ADD CONSTRAINT "idea_author_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_author" ADD CONSTRAINT "idea_author_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_entry" ADD CONSTRAINT "queue_entry_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_entry" ADD CONSTRAINT "queue_entry_group_id_round_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."round_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_entry" ADD CONSTRAINT "queue_entry_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_group" ADD CONSTRAINT "round_group_round_id_breakout_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."breakout_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_group" ADD CONSTRAINT "round_group_facilitator_id_participation_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_phase_id_phase_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."phase"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_group_id_round_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."round_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_raised" ADD CONSTRAINT "hand_raised_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_raised" ADD CONSTRAINT "hand_raised_question_id_vote_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."vote_question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_raised" ADD CONSTRAINT "hand_raised_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_participation_id_participation_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_question_id_vote_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."vote_question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_assembly_id_assembly_id_fk" FOREIGN KEY ("assembly_id") REFERENCES "public"."assembly"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_question" ADD CONSTRAINT "vote_question_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assembly_slug" ON "assembly" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "assembly_organisation" ON "assembly" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participation_role" ON "participation" USING btree ("assembly_id","person_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "participation_seat" ON "participation" USING btree ("assembly_id","seat");--> statement-breakpoint
CREATE INDEX "participation_person" ON "participation" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "phase_assembly" ON "phase" USING btree ("assembly_id");--> statement-breakpoint
CREATE UNIQUE INDEX "phase_change_ordinal" ON "phase_change" USING btree ("assembly_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "team_link_token" ON "team_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "team_link_assembly" ON "team_link" USING btree ("assembly_id");--> statement-breakpoint
CREATE INDEX "authority_response_recommendation" ON "authority_response" USING btree ("recommendation_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "recommendation_number" ON "recommendation" USING btree ("assembly_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "recommendation_document" ON "recommendation" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "revision_recommendation" ON "revision" USING btree ("recommendation_id");--> statement-breakpoint
CREATE INDEX "learning_task_phase" ON "learning_task" USING btree ("phase_id");--> statement-breakpoint
CREATE INDEX "learning_task_assembly" ON "learning_task" USING btree ("assembly_id");--> statement-breakpoint
CREATE INDEX "material_phase" ON "material" USING btree ("phase_id");--> statement-breakpoint
CREATE INDEX "material_assembly" ON "material" USING btree ("assembly_id");--> statement-breakpoint
CREATE INDEX "question_assembly" ON "question" USING btree ("assembly_id");--> statement-breakpoint
CREATE UNIQUE INDEX "device_token" ON "device" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "device_person" ON "device" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_email" ON "person" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_card_code" ON "sign_in_card" USING btree ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_card_link" ON "sign_in_card" USING btree ("link_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_challenge_link" ON "sign_in_challenge" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "sign_in_challenge_expiry" ON "sign_in_challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "command_receipt_at" ON "command_receipt" USING btree ("at");--> statement-breakpoint
CREATE INDEX "journal_assembly" ON "journal" USING btree ("assembly_id","at");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "mail_created" ON "mail" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_import" ON "candidate" USING btree ("assembly_id","import_batch","import_id");--> statement-breakpoint
CREATE INDEX "candidate_assembly" ON "candidate" USING btree ("assembly_id");--> statement-breakpoint
CREATE UNIQUE INDEX "draw_ordinal" ON "draw" USING btree ("assembly_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "draw_run_under_way" ON "draw_run" USING btree ("under_way_in");--> statement-breakpoint
CREATE INDEX "draw_run_assembly" ON "draw_run" USING btree ("assembly_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_candidate" ON "invitation" USING btree ("draw_id","candidate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_link" ON "invitation" USING btree ("link_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_code" ON "invitation" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "invitation_assembly" ON "invitation" USING btree ("assembly_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pool_file_assembly" ON "pool_file" USING btree ("assembly_id");--> statement-breakpoint
CREATE INDEX "agenda_item_session" ON "agenda_item" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "breakout_round_ordinal" ON "breakout_round" USING btree ("session_id","ordinal");--> statement-breakpoint
CREATE INDEX "group_seat_group" ON "group_seat" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "help_call_session" ON "help_call" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "idea_assembly" ON "idea" USING btree ("assembly_id");--> statement-breakpoint
CREATE INDEX "idea_group" ON "idea" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "queue_entry_session" ON "queue_entry" USING btree ("session_id","group_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "round_group_number" ON "round_group" USING btree ("round_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "round_group_document" ON "round_group" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "session_assembly" ON "session" USING btree ("assembly_id","starts_at");--> statement-breakpoint
CREATE INDEX "turn_session" ON "turn" USING btree ("session_id","group_id");--> statement-breakpoint
CREATE INDEX "hand_raised_vote" ON "hand_raised" USING btree ("vote_id");--> statement-breakpoint
CREATE INDEX "vote_assembly" ON "vote" USING btree ("assembly_id");--> statement-breakpoint
CREATE UNIQUE INDEX "vote_question_recommendation" ON "vote_question" USING btree ("vote_id","recommendation_id");