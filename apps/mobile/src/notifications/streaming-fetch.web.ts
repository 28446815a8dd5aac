/** The browser's own fetch streams responses. */
export const streamingFetch = async (url: string, options: RequestInit): Promise<Response> =>
  await fetch(url, options)
