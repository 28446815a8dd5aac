import { arcsOf, areaPath, linePath, nearest, pointsOf } from './shapes.ts'

const frame = { width: 100, height: 50, pad: 5 }

test('the highest value is at the top, the lowest at the bottom, the first at the left', () => {
  const points = pointsOf([1, 3, 2], frame)
  expect(points).toEqual([
    { x: 0, y: 45 },
    { x: 50, y: 5 },
    { x: 100, y: 25 },
  ])
  expect(linePath(points)).toBe('M0.0 45.0L50.0 5.0L100.0 25.0')
  expect(areaPath(points, 50)).toBe('M0.0 45.0L50.0 5.0L100.0 25.0L100.0 50L0.0 50Z')
})

test('a price that does not move is a line in the middle', () => {
  expect(pointsOf([7, 7], frame).map(({ y }) => y)).toEqual([25, 25])
  expect(areaPath([], 50)).toBe('')
})

test('a thumb finds the nearest day, also beyond the edges', () => {
  expect([
    nearest(5, 100, -20),
    nearest(5, 100, 30),
    nearest(5, 100, 500),
    nearest(1, 100, 50),
  ]).toEqual([0, 1, 4, 0])
})

test('shares of a doughnut add up, and one that is all is still drawn', () => {
  const ring = { radius: 50, thickness: 10, gap: 0.02 }
  expect(arcsOf([1, 3], ring).map(({ share }) => share)).toEqual([0.25, 0.75])
  expect(arcsOf([5], ring)[0]?.path).toMatch(/^M.*A50 50 0 1 1/)
  expect(arcsOf([0, 0], ring)).toEqual([
    { path: '', share: 0 },
    { path: '', share: 0 },
  ])
})
