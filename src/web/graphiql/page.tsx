import "./workers";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./page.css";

const firstQuery = `# Ctrl-Enter asks. The schema is behind the book.
{
  instruments(first: 5) {
    nodes {
      key
      name
      quote {
        bid
        ask
        last
        occurredAt
      }
    }
  }
}
`;

const socket = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`;
const fetcher = createGraphiQLFetcher({ url: "/graphql", wsClient: createClient({ url: socket }) });

createRoot(document.getElementById("graphiql")!).render(<GraphiQL fetcher={fetcher} defaultQuery={firstQuery} />);
