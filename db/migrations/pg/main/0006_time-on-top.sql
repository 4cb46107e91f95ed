ALTER TABLE "round_group" ADD COLUMN "more_ms" integer;--> statement-breakpoint
ALTER TABLE "round_group" ADD COLUMN "more_since" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "round_group" SET "more_ms" = round(extract(epoch FROM ("round_group"."item_ends_at" - "session"."item_ends_at")) * 1000)::integer
FROM "session" WHERE "session"."round_id" = "round_group"."round_id" AND "round_group"."item_ends_at" > "session"."item_ends_at";
