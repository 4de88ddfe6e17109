/// The private server's configuration: for bulk loads on one machine, safe against a crash.
enum Settings {
    static func configuration(socketFolder: String, memoryMB: Int) -> String {
        // No more than a newcomer's machine can spare; the system's cache holds the rest.
        let shared = min(max(memoryMB / 8, 128), 512)
        return """
            # Made by loxley. Unix socket only: nothing listens on the network.
            listen_addresses = ''
            unix_socket_directories = '\(socketFolder)'
            unix_socket_permissions = 0777   # who gets in is decided by pg_hba.conf (peer)
            max_connections = 40
            shared_buffers = \(shared)MB
            # What cores share while they compare a file with what holds; more than that goes to files, since /dev/shm may be small.
            min_dynamic_shared_memory = \(shared)MB
            dynamic_shared_memory_type = mmap
            work_mem = 64MB
            maintenance_work_mem = 256MB
            effective_cache_size = \(max(memoryMB / 2, 256))MB
            max_locks_per_transaction = 256
            jit = off
            # No replicas: the write-ahead log only has to survive a crash of this machine.
            wal_level = minimal
            max_wal_senders = 0
            max_wal_size = 8GB
            wal_compression = lz4
            wal_buffers = 64MB
            checkpoint_timeout = 15min
            # A load has one process busy; another core writes its pages out ahead of it.
            bgwriter_delay = 10ms
            bgwriter_lru_maxpages = 2000
            bgwriter_lru_multiplier = 8
            random_page_cost = 1.1
            effective_io_concurrency = 64
            client_connection_check_interval = 1s
            log_destination = 'stderr'
            log_line_prefix = '%m [%p] %a '
            # Values of people stay out of the log: no statements, no parameters, terse errors.
            log_statement = 'none'
            log_min_error_statement = 'panic'
            log_min_duration_statement = -1
            log_parameter_max_length_on_error = 0
            log_error_verbosity = terse
            log_min_messages = fatal
            timezone = 'UTC'
            log_timezone = 'UTC'

            """
    }
}
