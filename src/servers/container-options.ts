/**
 * Options of `docker`, `docker run` (`--help` of version 28, 2026-11-23) and `podman run` (its manual) that take a value in
 * the next word: without them the image cannot be told from a value.
 */
export const CONTAINER_VALUED: readonly string[] = (
  '-H --host --context --config -l --log-level --tlscacert --tlscert --tlskey --connection --identity --url ' +
  '--add-host --annotation -a --attach --blkio-weight --blkio-weight-device --cap-add --cap-drop --cgroup-parent --cgroupns --cidfile ' +
  '--cpu-count --cpu-percent --cpu-period --cpu-quota --cpu-rt-period --cpu-rt-runtime -c --cpu-shares --cpus --cpuset-cpus --cpuset-mems ' +
  '--detach-keys --device --device-cgroup-rule --device-read-bps --device-read-iops --device-write-bps --device-write-iops --dns --dns-opt ' +
  '--dns-option --dns-search --domainname --entrypoint -e --env --env-file --expose --gpus --group-add --health-cmd --health-interval ' +
  '--health-retries --health-start-interval --health-start-period --health-timeout -h --hostname --io-maxbandwidth --io-maxiops --ip --ip6 --ipc ' +
  '--isolation --kernel-memory --label --label-file --link --link-local-ip --log-driver --log-opt --mac-address -m --memory ' +
  '--memory-reservation --memory-swap --memory-swappiness --mount --name --net --net-alias --network --network-alias --oom-score-adj --pid ' +
  '--pids-limit --platform -p --publish --pull --restart --runtime --security-opt --shm-size --stop-signal --stop-timeout --storage-opt --sysctl ' +
  '--tmpfs --ulimit -u --user --userns --uts -v --volume --volume-driver --volumes-from -w --workdir ' +
  '--arch --authfile --chrootdirs --conmon-pidfile --creds --decryption-key --env-merge --gidmap --group-entry --hooks-dir --hostuser ' +
  '--image-volume --init-path --os --passwd-entry --personality --pidfile --pod --pod-id-file --preserve-fds --requires --rdt-class --retry ' +
  '--retry-delay --sdnotify --seccomp-policy --secret --shm-size-systemd --subgidname --subuidname --timeout --tz --uidmap --umask --unsetenv ' +
  '--variant'
).split(' ');
