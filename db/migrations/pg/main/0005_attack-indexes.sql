CREATE INDEX "device_expiry" ON "device" USING btree ("ended_at","expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_card_seat" ON "sign_in_card" USING btree ("participation_id");--> statement-breakpoint
CREATE INDEX "mail_about" ON "mail" USING btree ("about_id","created_at");