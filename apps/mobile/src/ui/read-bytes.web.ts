/** The content behind an address that the browser made (blob: or data:). */
export const readBytes = async (uri: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(uri)).arrayBuffer())
