import { calendar } from "./en/calendar";
import { desk } from "./en/desk";
import { done } from "./en/done";
import { draft } from "./en/draft";
import { draw } from "./en/draw";
import { errors } from "./en/errors";
import { frame } from "./en/frame";
import { group } from "./en/group";
import { home } from "./en/home";
import { invite } from "./en/invite";
import { journal } from "./en/journal";
import { learn } from "./en/learn";
import { live } from "./en/live";
import { mail } from "./en/mail";
import { mails } from "./en/mails";
import { member } from "./en/member";
import { phase } from "./en/phase";
import { phases } from "./en/phases";
import { prepare } from "./en/prepare";
import { recruit } from "./en/recruit";
import { authRefusals } from "./en/refusals/auth";
import { draftRefusals } from "./en/refusals/draft";
import { kernelRefusals } from "./en/refusals/kernel";
import { learnRefusals } from "./en/refusals/learn";
import { liveRefusals } from "./en/refusals/live";
import { prepareRefusals } from "./en/refusals/prepare";
import { recruitRefusals } from "./en/refusals/recruit";
import { siteRefusals } from "./en/refusals/site";
import { sortitionRefusals } from "./en/refusals/sortition";
import { voteRefusals } from "./en/refusals/vote";
import { rights } from "./en/rights";
import { roles } from "./en/roles";
import { signIn } from "./en/sign-in";
import { site } from "./en/site";
import { stranded } from "./en/stranded";
import { team } from "./en/team";
import { video } from "./en/video";
import { vote } from "./en/vote";

/** Every area of the English catalogue; a new area is one import and one line. */
export const catalogueEn = {
  frame,
  done,
  roles,
  phases,
  phase,
  rights,
  "sign-in": signIn,
  team,
  prepare,
  calendar,
  desk,
  home,
  journal,
  recruit,
  draw,
  invite,
  mails,
  learn,
  live,
  group,
  stranded,
  draft,
  vote,
  site,
  video,
  mail,
  member,
  errors,
  refusals: {
    ...kernelRefusals,
    ...authRefusals,
    ...prepareRefusals,
    ...recruitRefusals,
    ...sortitionRefusals,
    ...liveRefusals,
    ...draftRefusals,
    ...voteRefusals,
    ...learnRefusals,
    ...siteRefusals,
  },
} as const;
