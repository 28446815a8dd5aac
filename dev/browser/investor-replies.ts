// What happens on the way between an investor's page and the services: a reply is lost, or the order
// has changed meanwhile.
import type { Page, Route } from 'playwright-core'

const VIEWS = '**/crm/approvals/*'
const SIGNATURE = '**/crm/instructions/signature'

/** The answer arrives, its reply does not. */
export async function loseReply(page: Page): Promise<void> {
  const lose = async (route: Route) => {
    await route.fetch()
    await route.abort('connectionreset')
  }
  await page.route(SIGNATURE, lose, { times: 1 })
}

/** The services ask for a certified signature. */
export async function askForCertificate(page: Page): Promise<void> {
  await page.route(
    VIEWS,
    changing(() => ({ needsCertifiedSignature: true })),
  )
}

/**
 * The next answer is to a document of yesterday; the page reads again and gets the current one.
 */
export async function changeMeanwhile(page: Page): Promise<void> {
  const outdate = async (route: Route) => {
    const body = { ...(route.request().postDataJSON() as object), documentHash: 'a'.repeat(64) }
    await route.continue({ postData: JSON.stringify(body) })
  }
  const renew = changing(({ document }) => ({
    document: { ...document, navDate: '2030-01-02' },
    documentHash: 'b'.repeat(64),
  }))
  await page.route(SIGNATURE, outdate, { times: 1 })
  await page.route(VIEWS, renew, { times: 1 })
}

type View = { document: object; documentHash: string }

/** Passes a request on, and changes its reply. */
function changing(change: (view: View) => object) {
  return async (route: Route) => {
    const reply = await route.fetch()
    const view = (await reply.json()) as View
    await route.fulfill({ response: reply, json: { ...view, ...change(view) } })
  }
}
