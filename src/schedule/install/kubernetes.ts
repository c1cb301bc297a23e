/** The nights as a CronJob of Kubernetes. Text only; installs nothing. */
import type { Installation } from "./installation.ts";

/** The state must lie on a disk of one node (block storage): a network file system is refused when it runs. */
export function toKubernetes({ program, args, cron, timezone, inbox, state }: Installation, image: string): string {
  const list = (texts: readonly string[]) => texts.map((text) => `\n                - ${quote(text)}`).join("");
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: wholesale-import
spec:
  schedule: ${quote(cron)}
  timeZone: ${quote(timezone)}
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 21600
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
        spec:
          restartPolicy: Never
          terminationGracePeriodSeconds: 300
          securityContext:
            runAsNonRoot: true
            runAsUser: 1000
            fsGroup: 1000
          containers:
            - name: wholesale-import
              image: ${quote(image)}
              command: [${quote(program)}]
              args:${list(args)}
              envFrom:
                - secretRef:
                    name: wholesale-import
              securityContext:
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
              volumeMounts:
                - name: inbox
                  mountPath: ${quote(inbox)}
                - name: state
                  mountPath: ${quote(state)}
                - name: scratch
                  mountPath: /tmp
          volumes:
            - name: inbox
              persistentVolumeClaim:
                claimName: wholesale-import-inbox
            - name: state
              persistentVolumeClaim:
                claimName: wholesale-import-state
            - name: scratch
              emptyDir: {}
`;
}

/** JSON's texts are YAML's. */
function quote(text: string): string {
  return JSON.stringify(text);
}
