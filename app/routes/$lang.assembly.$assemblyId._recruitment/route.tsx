import { Outlet, useLoaderData } from "@remix-run/react";
import { RecruitmentSteps } from "./recruitment-steps";
import type { loader } from "./route.server";

export { loader } from "./route.server";

/** Volunteers, quotas, draw, invitations: four pages and one line over them that says where recruitment stands. */
export default function RecruitmentLayout() {
  const frame = useLoaderData<typeof loader>();
  return (
    <div className="stack-8">
      {frame.organiser && <RecruitmentSteps frame={frame} />}
      <Outlet />
    </div>
  );
}
