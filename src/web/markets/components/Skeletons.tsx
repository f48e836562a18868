import styles from "./Skeletons.module.css";

export function RowsSkeleton({ rows }: { readonly rows: number }) {
  return (
    <div className={styles.rows} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <span className="skeleton" style={{ width: `${40 + ((row * 37) % 30)}%` }} />
          <span className="skeleton" style={{ width: `${55 + ((row * 23) % 35)}%` }} />
        </div>
      ))}
    </div>
  );
}

export function PanelSkeleton() {
  return (
    <div className={styles.panel}>
      <p className="visuallyHidden">Loading</p>
      <HeaderSkeleton />
      <ChartSkeleton />
    </div>
  );
}

export function HeaderSkeleton() {
  return (
    <div className={styles.header} aria-hidden="true">
      <span className="skeleton" />
      <span className="skeleton" />
    </div>
  );
}

// A quiet hill of bars: the shape of what will come, the same at each load.
const bars = Array.from({ length: 48 }, (_, bar) => 34 + 22 * Math.sin(bar / 5) + 12 * Math.sin(bar / 1.7));

export function ChartSkeleton() {
  return (
    <div className={styles.chart} aria-hidden="true">
      {bars.map((height, bar) => (
        <span key={bar} className="skeleton" style={{ height: `${height.toFixed(1)}%` }} />
      ))}
    </div>
  );
}
