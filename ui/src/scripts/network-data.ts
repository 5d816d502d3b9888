// What `data-network-src` answers.

/** A firm, a person or a group. */
export interface NetworkNode {
  id: string;
  label: string;
  /** Where a tap leads. */
  href?: string;
  /** How much it is tied to; sets the size of its point. */
  weight?: number;
  /** Which of the chart colours, 1 to 7. */
  part?: number;
  /** One line more about it. */
  note?: string;
}

/** A tie between two nodes. */
export interface NetworkEdge {
  from: string;
  to: string;
  /** `helped`, `knows`, ...: what the check boxes of the legend switch. */
  kind: string;
  /** The kind in words, written on the tie where there is room. */
  label?: string;
  weight?: number;
  part?: number;
}

export interface NetworkData {
  nodes: NetworkNode[];
  edges: NetworkEdge[];
}

export async function fetchNetwork(url: string): Promise<NetworkData> {
  const answer = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as NetworkData;
}
