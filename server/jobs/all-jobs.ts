import type { App } from "../context";
import { smtpMailer } from "../mail/smtp-mailer";
import { closeDueVotes } from "./close-due-votes";
import { endExpiredJob } from "./end-expired-job";
import { forgetSignInsJob } from "./forget-sign-ins-job";
import type { Job } from "./jobs";
import { mailJob } from "./mail-job";
import { recruitJobs } from "./recruit-jobs";
import { videoJobs } from "./show-out-ended";
import { thawDrafts } from "./thaw-drafts";

/** Every job of the installation. */
export function allJobs(app: App): Job[] {
  return [
    ...mailJobs(app),
    forgetSignInsJob(app),
    endExpiredJob(app),
    ...videoJobs(app),
    ...recruitJobs(app),
    closeDueVotes(app),
    thawDrafts(app),
  ];
}

/** Without SMTP_URL mails wait in their table, where the outbox page shows them. */
function mailJobs(app: App): Job[] {
  const { smtpUrl, mailFrom } = app.config;
  return smtpUrl === null ? [] : [mailJob(app, smtpMailer({ smtpUrl, from: mailFrom }))];
}
