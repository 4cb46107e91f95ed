/** Types of throwaway-postgres.mjs, which stays plain JavaScript so that it runs before anything is installed. */
export interface ThrowawayPostgres {
  url: string;
  restart(signal: "SIGINT" | "SIGQUIT", meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export function startThrowawayPostgres(options?: { durable?: boolean }): Promise<ThrowawayPostgres | null>;
