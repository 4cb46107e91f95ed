import { MINUTE_MS } from "~/app/domain/kernel/clock";

/** A server that has not renewed its lease for so long has gone: another takes over, with the same seed. */
const LEASE_MS = MINUTE_MS;
/** Three renewals may fail before another server takes over. */
const RENEW_MS = LEASE_MS / 4;

export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/** Whether a lease until this instant is to be written anew: each writing waits for the disk, on the thread that serves everybody. */
export function isRenewalDue(leasedUntil: Date, now: Date): boolean {
  return leasedUntil.getTime() - now.getTime() <= LEASE_MS - RENEW_MS;
}
