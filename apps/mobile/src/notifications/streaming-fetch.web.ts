/** The browser's own fetch hands an answer over as it comes. */
export const streamingFetch = async (url: string, options: RequestInit): Promise<Response> =>
  await fetch(url, options)
