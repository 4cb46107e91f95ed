ALTER TABLE "sign_in_challenge" ADD COLUMN "source_hash" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "about_id" text;--> statement-breakpoint
CREATE INDEX "sign_in_challenge_email" ON "sign_in_challenge" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "mail_assembly" ON "mail" USING btree ("assembly_id","created_at");