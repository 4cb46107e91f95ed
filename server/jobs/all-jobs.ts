import type { App } from "../context";
import { smtpMailer } from "../mail/smtp-mailer";
import type { VideoUsher } from "../usher/video-usher";
import { closeDueVotes } from "./close-due-votes";
import { endExpiredJob } from "./end-expired-job";
import { forgetFactsJob } from "./forget-facts-job";
import { forgetReceiptsJob } from "./forget-receipts-job";
import { forgetSignInsJob } from "./forget-sign-ins-job";
import type { Job } from "./job";
import { keepMailsJob, mailJob, signInMailJob } from "./mail-job";
import { recruitJobs } from "./recruit-jobs";
import { thawDrafts } from "./thaw-drafts";

/** Every job of the installation. */
export function allJobs(app: App, { usher }: { readonly usher: VideoUsher }): Job[] {
  return [
    ...mailJobs(app),
    forgetSignInsJob(app),
    forgetFactsJob(app),
    forgetReceiptsJob(app),
    endExpiredJob(app),
    ...usher.jobs,
    ...recruitJobs(app),
    closeDueVotes(app),
    thawDrafts(app),
  ];
}

/**
 * Without SMTP_URL mails are kept in their table, where the outbox page shows them. Codes have connections of their own: a pool busy
 * with a mass of mails would take them last.
 */
function mailJobs(app: App): Job[] {
  const { smtpUrl, mailFrom } = app.config;
  if (smtpUrl === null) return [keepMailsJob(app)];
  const mailer = () => smtpMailer({ smtpUrl, from: mailFrom });
  return [signInMailJob(app, mailer()), mailJob(app, mailer())];
}
