// Finds faults that would otherwise show only on an operator's cluster: a field that Kubernetes
// does not know, a setting that no service has.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv, promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authSettings } from '@rmtools/auth/config'
import { bffSettings } from '@rmtools/bff/config'
import { crmSettings } from '@rmtools/crm/config'
import { readConfig, type Settings } from '@rmtools/kit/config'
import { deploymentName } from '@rmtools/kit/log'
import { given, makeSecrets } from '@rmtools/operate/secrets'
import {
  configMap,
  DEPLOY,
  documents,
  imageEnvironment,
  manifests,
  secretFile,
  type Manifest,
} from './manifests.ts'

const ROOT = join(import.meta.dirname, '..')
const settings: Record<string, Settings> = {
  auth: authSettings,
  crm: crmSettings,
  bff: bffSettings,
}
/** Settings of Node, not of a service. */
const ofNode = ['NODE_ENV', 'NODE_COMPILE_CACHE']
const all = manifests()
const pods = all.flatMap(({ manifest: { kind, spec } }) =>
  spec?.template ? [{ kind, pod: spec.template.spec }] : [],
)
const services = pods.flatMap(({ pod }) =>
  pod.containers.filter(({ args }) => args[0] === 'run').map((container) => ({ pod, container })),
)

let secrets: string
beforeAll(async () => {
  secrets = join(await mkdtemp(join(tmpdir(), 'rmtools-deploy-')), 'secrets')
  await makeSecrets({
    folder: secrets,
    host: 'db.example',
    database: 'rmtools',
    organisation: 'PT Contoh',
  })
})
afterAll(async () => await rm(join(secrets, '..'), { recursive: true }))

/** The environment of a container, as far as the example defines it. */
async function environmentOf(
  envFrom: (typeof services)[number]['container']['envFrom'],
): Promise<Record<string, string>> {
  const parts = envFrom.map(async (source) => {
    if ('configMapRef' in source) return configMap(source.configMapRef.name)
    return parseEnv(await readFile(join(secrets, '..', secretFile(source.secretRef.name)), 'utf8'))
  })
  return Object.assign({}, ...(await Promise.all(parts))) as Record<string, string>
}

/** The violations of the Kubernetes API schema in a manifest; empty if there are none. */
async function faultsOf({ manifest }: { manifest: Manifest }): Promise<string> {
  const models = (await import(
    /* @vite-ignore */ `kubernetes-models/${manifest.apiVersion}/${manifest.kind}`
  )) as Record<string, new (data: object) => { validate(): void }>
  const Model = models[manifest.kind]
  if (!Model) return `there is no ${manifest.kind} in ${manifest.apiVersion}`
  try {
    new Model(manifest).validate()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * The compiler's errors for manifests as literals of the API's types: the schemas accept unknown
 * fields.
 */
async function unknownWords(found: readonly Manifest[]): Promise<string> {
  const folder = join(ROOT, 'node_modules/.cache/rmtools-manifests')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `manifests-${process.pid}.ts`)
  const lines = found.flatMap(({ apiVersion, kind }, index) => [
    `import type { I${kind} as Kind${index} } from 'kubernetes-models/${apiVersion}/${kind}'`,
    `export const manifest${index}: Kind${index} = ${JSON.stringify(found[index])}`,
  ])
  await writeFile(file, lines.join('\n'))
  const flags = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--types',
    '',
  ]
  const answer = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), ...flags, '--ignoreConfig', file],
    { cwd: folder },
  ).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  )
  await rm(file)
  return answer
}

describe('the manifests', () => {
  test('are there: a check that looked at nothing must not be green', () => {
    expect(all.length).toBeGreaterThan(15)
    expect(services.map(({ container }) => container.name).toSorted()).toEqual([
      'auth',
      'bff',
      'crm',
    ])
    const workloads = all.filter(({ manifest: { spec } }) =>
      spec?.template?.spec.containers.some(({ args }) => args[0] === 'run'),
    )
    // The names that the seed and their logs use.
    const names = workloads.map(({ manifest }) => manifest.metadata.name).toSorted()
    expect(names).toEqual(['auth', 'bff', 'crm'].map(deploymentName))
    expect(names).toEqual(['rmtools-apiauth', 'rmtools-apibff', 'rmtools-apicrm'])
    expect(all.find(({ manifest }) => manifest.kind === 'Namespace')?.manifest.metadata.name).toBe(
      'rmtools',
    )
  })

  test.each(all)('$file: $manifest.kind $manifest.metadata.name is valid', async (one) => {
    expect(await faultsOf(one)).toBe('')
  })

  test('have no word that Kubernetes does not know', async () => {
    expect(await unknownWords(all.map(({ manifest }) => manifest))).toBe('')
    const wrong = structuredClone(
      all.map(({ manifest }) => manifest).filter(({ kind }) => kind === 'Deployment'),
    )
    for (const { spec } of wrong)
      Object.assign(spec.template?.spec ?? {}, { terminationGracePeriod: 3 })
    expect(await unknownWords(wrong)).toMatch(/terminationGracePeriod/)
  })

  test('have no fault that the schema would not find', async () => {
    const [manifest] = documents(
      '{apiVersion: apps/v1, kind: Deployment, metadata: {name: x}, spec: {replicas: two}}',
    ) as Manifest[]
    expect(await faultsOf({ manifest: manifest as Manifest })).toMatch(/replicas|selector/)
  })
})

describe('the settings', () => {
  test.each(services)(
    'of $container.name are settings of that service, and all that production needs is given',
    async ({ container }) => {
      const own = settings[container.args[1] ?? ''] ?? {}
      const environment = {
        ...(await environmentOf(container.envFrom)),
        ...Object.fromEntries(given.filter((name) => name in own).map((name) => [name, 'given'])),
      }
      expect(Object.keys(environment).filter((name) => !(name in own))).toEqual([])
      expect(readConfig(own, { ...imageEnvironment(), ...environment }).production).toBe(true)
      const ports = Object.fromEntries(
        (container.ports ?? []).map(({ name, containerPort }) => [name, containerPort]),
      )
      const config = readConfig(own, { ...imageEnvironment(), ...environment }) as {
        PORT?: unknown
        METRICS_PORT?: unknown
      }
      expect(ports).toEqual({ http: config.PORT, metrics: config.METRICS_PORT })
    },
  )

  test('of the image are settings of a service', () => {
    const known = Object.values(settings).flatMap((one) => Object.keys(one))
    const names = Object.keys(imageEnvironment())
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !known.includes(name) && !ofNode.includes(name))).toEqual([])
  })
})

describe('the pods', () => {
  test.each(pods)('of the $kind run without rights, on files that nobody writes', ({ pod }) => {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    })
    for (const { securityContext } of pod.containers)
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
  })

  test.each(services)(
    'of $container.name are given the time that a service takes to stop',
    ({ pod, container }) => {
      const before = container.lifecycle?.preStop.sleep.seconds ?? 0
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(before + 10)
    },
  )
})

test('the image has the Node that the product is tested with', async () => {
  const text = await readFile(join(DEPLOY, 'docker/Dockerfile'), 'utf8')
  const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: { node: string }
  }
  expect(/node:([\d.]+)/.exec(text)?.[1]).toBe(devDependencies.node)
})
