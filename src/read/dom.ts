import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { onceFor } from '../once.ts'
import { LimitError, type ReadLimits } from './limits.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** The tree that a browser makes of a page. @throws LimitError while it grows, before it has become too large. */
export function parseWithin(source: string, limits: ReadLimits): DefaultTreeAdapterTypes.Document {
  let nodes = 0
  let open = 0
  return parse(source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        if (++nodes > limits.maxNodes) throw new LimitError(limits, 'maxNodes', 'elements of the page')
        if (++open > limits.maxNesting)
          throw new LimitError(limits, 'maxNesting', 'elements of the page within each other')
      },
      onItemPop() {
        open--
      },
    },
  })
}

export function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((a) => a.name === name)?.value
}

const STEPS = 6

/** A CSS selector of the element that holds a node, from the nearest one with an id down. */
export function selectorOf(node: Node): string {
  const steps: string[] = []
  let element = ('tagName' in node ? node : node.parentNode) as Element
  for (; element && 'tagName' in element && steps.length < STEPS; element = element.parentNode as Element) {
    const id = attribute(element, 'id')
    if (id && /^[A-Za-z][\w-]*$/.test(id)) {
      steps.unshift(`#${id}`)
      break
    }
    steps.unshift(stepTo(element))
  }
  return steps.join(' > ')
}

/** Of the elements that hold many places, each asks anew. */
const stepTo = onceFor((element: Element): string => {
  let at = 0
  let all = 0
  for (const other of element.parentNode?.childNodes ?? []) {
    if (other.nodeName !== element.nodeName) continue
    all++
    if (other === element) at = all
  }
  return all > 1 ? `${element.tagName}:nth-of-type(${at})` : element.tagName
})
