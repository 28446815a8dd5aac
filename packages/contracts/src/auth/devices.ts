// Devices that became trusted by a code.
import Type from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant, Text } from '../fields.ts'

export const Device = Named(
  'Device',
  Shape({
    id: Id,
    name: Type.String(),
    platform: OneOf(['android', 'ios', 'web']),
    trustedAt: Instant,
    lastSeenAt: Instant,
    lastIp: Nullable(Type.String()),
    hasPush: Type.Boolean(),
    isCurrent: Type.Boolean(),
  }),
)

export const devices = {
  list: endpoint({
    method: 'GET',
    path: '/auth/devices',
    summary: 'Own trusted devices',
    access: 'session',
    reply: Shape({ items: Type.Array(Device) }),
  }),
  rename: endpoint({
    method: 'POST',
    path: '/auth/devices',
    summary: 'Name the device of this session',
    access: 'session',
    body: Shape({ name: Text(100) }),
    reply: Shape({ id: Id, name: Type.String() }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/auth/devices/{id}',
    summary: 'Stop trusting a device; its sessions end',
    access: 'session',
    params: ById,
  }),
}
