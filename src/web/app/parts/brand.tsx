/** The mark and name of the program. */
export function Brand() {
  return (
    <span className="brand">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect width="20" height="20" rx="5" fill="currentColor" />
        <path
          d="M4.5 6h11M4.5 10h5M4.5 14h3.5M10.5 13l2 2 4-4.5"
          fill="none"
          stroke="#fff"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      wholesale-import
    </span>
  );
}
