// Reads the manifests in deploy/ without a cluster or kustomize.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { parseAllDocuments } from 'yaml'

export const DEPLOY = join(import.meta.dirname, '../deploy')

export type Container = {
  name: string
  args: string[]
  env?: { name: string }[]
  envFrom: ({ configMapRef: { name: string } } | { secretRef: { name: string } })[]
  lifecycle?: { preStop: { sleep: { seconds: number } } }
  ports?: { name: string; containerPort: number }[]
  securityContext: object
}
export type Pod = {
  containers: Container[]
  initContainers?: Container[]
  terminationGracePeriodSeconds?: number
  securityContext: object
}
export type Manifest = {
  apiVersion: string
  kind: string
  metadata: { name: string }
  spec: { template?: { spec: Pod } }
}
type Generator = { name: string; literals?: string[]; envs?: string[] }
type Kustomization = {
  configMapGenerator: Generator[]
  secretGenerator?: Generator[]
  resources: string[]
}

/** The documents in a YAML file. Throws if it cannot be parsed. */
export function documents(text: string): unknown[] {
  return parseAllDocuments(text, { strict: true, uniqueKeys: true }).map((document) => {
    if (document.errors[0]) throw document.errors[0]
    return document.toJS() as unknown
  })
}

/** Every manifest below deploy/, by file. */
export function manifests(): { file: string; manifest: Manifest }[] {
  const files = readdirSync(DEPLOY, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.ya?ml$/.test(file) && !/kustomization/.test(file),
  )
  return files.flatMap((file) =>
    documents(readFileSync(join(DEPLOY, file), 'utf8')).map((manifest) => ({
      file,
      manifest: manifest as Manifest,
    })),
  )
}

/** A kustomization of deploy/k8s. */
export function kustomization(folder: string): Kustomization {
  return documents(
    readFileSync(join(DEPLOY, 'k8s', folder, 'kustomization.yaml'), 'utf8'),
  )[0] as Kustomization
}

/** The settings in a config map, merged from base and example. */
export function configMap(name: string): Record<string, string> {
  const generators = ['base', 'overlays/example'].flatMap(
    (folder) => kustomization(folder).configMapGenerator,
  )
  const lines = generators
    .filter((one) => one.name === name)
    .flatMap(({ literals = [] }) => literals)
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

/** The secrets file from which the example generates a secret. */
export function secretFile(name: string): string {
  const { secretGenerator = [] } = kustomization('overlays/example')
  return secretGenerator.find((one) => one.name === name)?.envs?.[0] ?? ''
}

/** The environment that the image sets for every container. */
export function imageEnvironment(): Record<string, string> {
  const text = readFileSync(join(DEPLOY, 'docker/Dockerfile'), 'utf8')
  const [, lines = ''] = /^ENV ((?:.*\\\n)*.*)$/m.exec(text) ?? []
  return parseEnv(lines.replaceAll('\\\n', '\n').replaceAll(/^\s+/gm, '')) as Record<string, string>
}
