import { join } from 'node:path'
import { nodeEnvironment, nodeFlags } from './node-flags.ts'

const services = ['auth', 'crm', 'bff']

/**
 * Replaces this process by a service with the flags that keep it small, so that signals reach the
 * service directly.
 */
export function becomeService(name: string): void {
  if (!services.includes(name))
    throw new Error(`There is no service ${name}: ${services.join(', ')}`)
  if (!process.execve)
    throw new Error(
      `This system cannot do that. Run: node ${nodeFlags.join(' ')} services/${name}/src/main.ts`,
    )
  const main = join(import.meta.dirname, '../../services', name, 'src/main.ts')
  process.execve(process.execPath, [process.execPath, ...nodeFlags, main], {
    ...process.env,
    ...nodeEnvironment,
  })
}
