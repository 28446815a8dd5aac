// The controls of the Bib simulator.
import { control } from '@rmtools/bib/simulator/control'
import { client, type Client, type Send } from '@rmtools/contracts/client'

export type BibAddress = { url: string; apiKey: string }

/** Typed calls of the simulator's controls. */
export function bibControl({ url, apiKey }: BibAddress): Client<typeof control> {
  const send: Send = async (request) => {
    const reply = await fetch(url + request.url, {
      method: request.method,
      headers: { ...request.headers, authorization: `Bearer ${apiKey}` },
      ...(request.body === undefined ? {} : { body: request.body as string }),
    })
    return {
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: new Uint8Array(await reply.arrayBuffer()),
    }
  }
  return client(control, send)
}
