const MB = 1024 * 1024

/**
 * How much memory PostgreSQL takes on a machine that it shares with the server, by what the machine has, in bytes. Its own
 * defaults are made for any machine of the last twenty years: a desk of 100,000 tickets does not fit into them.
 */
export function memorySettings(total: number): Readonly<Record<string, string>> {
  const share = (part: number, least: number, most: number) =>
    `${Math.round(Math.min(Math.max(total / part, least * MB), most * MB) / MB)}MB`
  return {
    shared_buffers: share(8, 128, 2048),
    effective_cache_size: share(2, 512, 65_536),
    maintenance_work_mem: share(32, 64, 512),
  }
}
