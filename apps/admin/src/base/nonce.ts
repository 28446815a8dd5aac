// The page's content security policy blocks styles without its nonce, and some of antd's components
// create style elements without one: they get it on creation.

/** The nonce of this page. */
export const nonce =
  document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

export function nonceStyles(): void {
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (name === 'style') element.nonce = nonce
    return element
  }) as typeof document.createElement
  // A growing text area is measured with a style attribute, which the policy blocks; setting the
  // style through the DOM is allowed.
  HTMLTextAreaElement.prototype.setAttribute = function setAttribute(name: string, value: string) {
    if (name === 'style') this.style.cssText = value
    else Element.prototype.setAttribute.call(this, name, value)
  }
}
