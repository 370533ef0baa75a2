import { Client, type ClientConfig } from 'pg'

/** Makes a connection of its own each time that one is asked for: for whoever listens. */
export function connectBy(config: ClientConfig): () => Promise<Client> {
  return async () => {
    const client = new Client({ ...config, connectionTimeoutMillis: 5000, keepAlive: true })
    // Until somebody else hears it: an error that nobody hears ends the process.
    client.on('error', () => undefined)
    await client.connect()
    return client
  }
}
