import { calendar } from "./fr/calendar";
import { desk } from "./fr/desk";
import { done } from "./fr/done";
import { draft } from "./fr/draft";
import { draw } from "./fr/draw";
import { errors } from "./fr/errors";
import { frame } from "./fr/frame";
import { group } from "./fr/group";
import { home } from "./fr/home";
import { invite } from "./fr/invite";
import { journal } from "./fr/journal";
import { learn } from "./fr/learn";
import { live } from "./fr/live";
import { mail } from "./fr/mail";
import { mails } from "./fr/mails";
import { member } from "./fr/member";
import { phase } from "./fr/phase";
import { phases } from "./fr/phases";
import { prepare } from "./fr/prepare";
import { recruit } from "./fr/recruit";
import { authRefusals } from "./fr/refusals/auth";
import { draftRefusals } from "./fr/refusals/draft";
import { kernelRefusals } from "./fr/refusals/kernel";
import { learnRefusals } from "./fr/refusals/learn";
import { liveRefusals } from "./fr/refusals/live";
import { prepareRefusals } from "./fr/refusals/prepare";
import { recruitRefusals } from "./fr/refusals/recruit";
import { siteRefusals } from "./fr/refusals/site";
import { sortitionRefusals } from "./fr/refusals/sortition";
import { voteRefusals } from "./fr/refusals/vote";
import { rights } from "./fr/rights";
import { roles } from "./fr/roles";
import { signIn } from "./fr/sign-in";
import { site } from "./fr/site";
import { stranded } from "./fr/stranded";
import { team } from "./fr/team";
import { video } from "./fr/video";
import { vote } from "./fr/vote";

/** Every area of the French catalogue; a new area is one import and one line. */
export const catalogueFr = {
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
