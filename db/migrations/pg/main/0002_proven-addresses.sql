ALTER TABLE "device" ADD COLUMN "participation_id" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "email_proven_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sign_in_card" ADD COLUMN "participation_id" text;--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ADD COLUMN "claimed_by" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "mailed_to" text;--> statement-breakpoint
-- What others could read opens one seat from now on; where it is not clear which, the sign-in ends and is made anew.
UPDATE device SET participation_id = (SELECT min(p.id) FROM participation p WHERE p.person_id = device.person_id AND p.role = 'member' AND p.state = 'active' HAVING count(*) = 1) WHERE means IN ('card', 'desk', 'invitation');--> statement-breakpoint
UPDATE device SET ended_at = last_seen_at WHERE means IN ('card', 'desk', 'invitation') AND participation_id IS NULL AND ended_at IS NULL;--> statement-breakpoint
UPDATE sign_in_card SET participation_id = (SELECT min(p.id) FROM participation p WHERE p.person_id = sign_in_card.person_id AND p.role = 'member' AND p.state = 'active' HAVING count(*) = 1);--> statement-breakpoint
UPDATE invitation SET mailed_to = (SELECT c.email FROM candidate c WHERE c.id = invitation.candidate_id) WHERE sent_by_means = 'mail';--> statement-breakpoint
-- Proven: a code or link that was mailed there signed somebody in.
UPDATE person SET email_proven_at = created_at WHERE email IS NOT NULL AND (id IN (SELECT person_id FROM organisation_organiser) OR id IN (SELECT person_id FROM device WHERE means IN ('code', 'link', 'setup')) OR EXISTS (SELECT 1 FROM team_link l WHERE l.used_by = person.id AND l.for_email = person.email));--> statement-breakpoint
UPDATE device SET ended_at = last_seen_at WHERE means = 'team' AND ended_at IS NULL AND person_id IN (SELECT id FROM person WHERE email IS NOT NULL AND email_proven_at IS NULL);
